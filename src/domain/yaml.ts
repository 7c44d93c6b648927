import { Document, isScalar, Scalar, visit } from 'yaml';

/** A text this long or longer is folded over several lines. */
const long = 100;

/** Facts as YAML, the way the entries here are written: short lists on one line, long texts folded; a note stands above its field. */
export const yamlOf = (facts: Readonly<Record<string, unknown>>, notes: Readonly<Record<string, string>> = {}, first = ''): string => {
  const document = new Document(facts);
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && node.value.length >= long) node.type = Scalar.BLOCK_FOLDED;
    },
    Seq: (_key, node) => {
      if (node.items.every((item) => isScalar(item))) node.flow = true;
    },
    Pair: (_key, { key }, ancestors) => {
      // The document and its mapping: a field of the header itself, not one of a group.
      const note = isScalar(key) && ancestors.length === 2 ? notes[String(key.value)] : undefined;
      if (note && isScalar(key)) key.commentBefore = ` ${note}`;
    },
  });
  if (first) document.commentBefore = ` ${first}`;
  return document.toString({ lineWidth: 110, flowCollectionPadding: false });
};
