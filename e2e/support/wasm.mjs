// The sections of a WebAssembly module, as far as a story needs them (WebAssembly Core Specification, 5.5.2).

const CUSTOM = 0;
const HEADER = 8;

/** A copy of `module` with one byte flipped in the middle of its custom section called `name`. */
export function damageCustomSection(module, name) {
  const damaged = Buffer.from(module);
  const content = customSection(damaged, name);
  content[content.length >> 1] ^= 0xff;
  return damaged;
}

/**
 * A copy of `module` whose pack has one byte of an article flipped, the first of `text`, and the checksums that go with
 * it: a pack that opens, with an article that is not the published one.
 */
export function forgePack(module, text) {
  const forged = Buffer.from(module);
  const pack = customSection(forged, 'corpus');
  // The last two sections: the blocks of texts with their checksums, and the texts.
  const [blocks, texts] = [2, 1].map((fromEnd) => {
    const entry = CHECKED_FROM + 8 * (pack.readUInt32LE(CHECKED_FROM - 12) - fromEnd);
    return { start: pack.readUInt32LE(entry), length: pack.readUInt32LE(entry + 4) };
  });
  const place = pack.indexOf(text, texts.start);
  if (place < 0) throw new Error(`no article holds "${text}"`);
  if (blocks.length !== 12) throw new Error('these articles are more than one block');
  pack[place] ^= 0x20;
  pack.writeBigUInt64LE(checksum(pack.subarray(texts.start)), blocks.start + 4);
  pack.writeBigUInt64LE(checksum(pack.subarray(CHECKED_FROM, texts.start)), CHECKED_FROM - 8);
  return forged;
}

/** Where the bytes begin that the checksum of the head is of (crates/communique-index/src/pack). */
const CHECKED_FROM = 24;

/** FNV-1a over words of eight bytes: crates/communique-index/src/pack/checksum.rs. */
function checksum(bytes) {
  const whole = bytes.length & ~7;
  const last = Buffer.alloc(16);
  bytes.copy(last, 0, whole);
  last.writeBigUInt64LE(BigInt(bytes.length), 8);
  const words = [bytes.subarray(0, whole), last];
  let sum = 0xcbf29ce484222325n;
  for (const part of words) {
    for (let at = 0; at < part.length; at += 8) {
      sum = BigInt.asUintN(64, (sum ^ part.readBigUInt64LE(at)) * 0x100000001b3n);
    }
  }
  return sum;
}

/** The content of the custom section called `name`, not copied. */
function customSection(module, name) {
  for (let at = HEADER; at < module.length; ) {
    const id = module[at];
    const size = unsigned(module, at + 1);
    const end = size.end + size.value;
    if (id === CUSTOM) {
      const length = unsigned(module, size.end);
      const content = length.end + length.value;
      if (module.toString('utf8', length.end, content) === name) return module.subarray(content, end);
    }
    at = end;
  }
  throw new Error(`the module has no custom section called ${name}`);
}

/** The LEB128 number at `at`, and where it ends. */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
}
