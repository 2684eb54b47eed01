// Makes the static fragments of the page without the browser's parser of HTML, so that the page's policy can refuse
// every string as markup: `require-trusted-types-for 'script'`, and no policy that makes any.
//
// Leptos sets a run of elements without anything dynamic in it through `innerHTML` of a `<template>`, or of a `<g>`
// below `<svg>`: constants of the module, in a plain spelling (double quotation marks, four character references).
// Here these two setters read that spelling and make the nodes one by one. Weighed and left: a default policy
// that passes known fragments, or harmless ones. It would open every sink of the page to whatever passes its
// test, while here all of them stay shut, and even a fragment cannot hold a script or a handler: the browser
// refuses these to `setAttribute` and to a script's text, too.

const SVG = "http://www.w3.org/2000/svg";
const VOID = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);
const REFERENCES = { amp: "&", lt: "<", gt: ">", quot: '"' };

// A closing tag, an opening tag with its attributes, or text.
const PART = /<\/[^<>]+>|<([^\s<>/]+)((?: [^\s<>="]+(?:="[^"]*")?)*)>|[^<]+/gy;
const ATTRIBUTE = / ([^\s<>="]+)(?:="([^"]*)")?/g;

const decode = (text) => text.replace(/&(\w+);/g, (_, name) => REFERENCES[name]);

/** Appends to `root` the nodes that `markup` spells. `namespace` is that of its outermost elements. */
function build(root, markup, namespace) {
  const open = [root];
  let read = 0;
  for (const [part, name, attributes] of markup.matchAll(PART)) {
    read += part.length;
    const parent = open.at(-1);
    if (part.startsWith("</")) {
      open.pop();
    } else if (!name) {
      parent.append(decode(part));
    } else {
      const inSvg = name === "svg" || (parent === root ? namespace : parent.namespaceURI) === SVG;
      const element = inSvg ? document.createElementNS(SVG, name) : document.createElement(name);
      for (const [, key, value = ""] of attributes.matchAll(ATTRIBUTE)) element.setAttribute(key, decode(value));
      parent.append(element);
      if (!VOID.has(name)) open.push(element);
    }
  }
  if (read < markup.length || open.length > 1) throw new SyntaxError(`no fragment of the page: ${markup}`);
}

function replaceSetter(prototype, rootOf, namespace) {
  Object.defineProperty(prototype, "innerHTML", {
    configurable: true,
    set(markup) {
      const root = rootOf(this);
      root.replaceChildren();
      build(root, markup, namespace);
    },
  });
}

replaceSetter(HTMLTemplateElement.prototype, (template) => template.content);
replaceSetter(SVGGElement.prototype, (group) => group, SVG);
