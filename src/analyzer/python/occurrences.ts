/** Looking for a name in code without a pattern made for it: a text search, and a look at what stands around each place. */

const member = /\s*\.\s*(\w+)/y;

/** Where a name stands as a word of its own. */
export function* occurrences(text: string, name: string): Generator<number> {
  const { length } = name;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + length)) {
    if (!isWord(text.charCodeAt(at - 1)) && !isWord(text.charCodeAt(at + length))) yield at;
  }
}

/** The names that are read of a name in code: `member` of `name.member`. */
export function membersRead(code: string, name: string): Set<string> {
  const members = new Set<string>();
  for (const at of occurrences(code, name)) {
    member.lastIndex = at + name.length;
    const found = member.exec(code)?.[1];
    if (found !== undefined) members.add(found);
  }
  return members;
}

/** Start of the line in which an offset lies. */
export function startOfLine(text: string, at: number): number {
  let start = at;
  for (let code = text.charCodeAt(start - 1); start > 0 && code !== 10 && code !== 13;)
    code = text.charCodeAt(--start - 1);
  return start;
}

function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}
