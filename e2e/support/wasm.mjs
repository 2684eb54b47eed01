// The sections of a WebAssembly module, as far as a story needs them (WebAssembly Core Specification, 5.5.2).

const CUSTOM = 0;
const HEADER = 8;

/** A copy of `module` with one byte flipped in the middle of its custom section called `name`. */
export function damageCustomSection(module, name) {
  const damaged = Buffer.from(module);
  for (let at = HEADER; at < damaged.length; ) {
    const id = damaged[at];
    const size = unsigned(damaged, at + 1);
    const end = size.end + size.value;
    if (id === CUSTOM) {
      const length = unsigned(damaged, size.end);
      const content = length.end + length.value;
      if (damaged.toString('utf8', length.end, content) === name) {
        damaged[content + ((end - content) >> 1)] ^= 0xff;
        return damaged;
      }
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
