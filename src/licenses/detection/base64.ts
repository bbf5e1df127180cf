const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values: ReadonlyMap<string, number> = new Map([...alphabet].map((letter, value) => [letter, value]));

/** The 24-bit numbers of a base64 text: four letters each. Core code has no `atob`. */
export function decodeTriples(text: string): number[] {
  const numbers: number[] = [];
  for (let index = 0; index + 3 < text.length; index += 4) {
    let number = 0;
    for (let step = 0; step < 4; step++) number = number * 64 + (values.get(text.charAt(index + step)) ?? 0);
    numbers.push(number);
  }
  return numbers;
}
