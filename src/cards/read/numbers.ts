/** Numbers as cards write them. */

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};

/** `125M`, `1.3 billion`, `66,000,000`, `~7B` as a number, or null. */
export function scaledNumber(text: string): number | null {
  const match = /^[~≈<>\s]*(\d[\d,]*(?:\.\d+)?)\s*[-‑]?\s*([A-Za-z]*)/.exec(text.trim());
  if (!match) return null;
  const scale = match[2] ? scales[match[2].toLowerCase()] : 1;
  const digits = plainDigits(match[1] ?? '');
  return scale === undefined || digits === null ? null : Number((digits * scale).toPrecision(12));
}

/** A number that may group its thousands by commas. */
export function plainDigits(text: string): number | null {
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
    ? text.replace(/,/g, '')
    : text.replace(',', '.');
  const number = Number(grouped);
  return text !== '' && Number.isFinite(number) ? number : null;
}

const severalNumbers = /^[+-]?\d+(?:[.,]\d+)?\s*%?\s*(?:[/±|(]|\+\/?-)\s*[\d.,/±()\s%-]{1,24}$/;

/** `78.7 (Avg: 75.3)` */
const numberAndRemark = /^[+-]?\d+[.,]\d+\s*%?\s*\([A-Za-z]{2,8}\.?:?\s*\d[\d.,]{0,8}\s*%?\)$/;

/** A result: a number, one in per cent, or what stands there when it is more than one (`93.1/87.2`). */
export function resultOf(text: string): { readonly value: string | number; readonly unit?: string } | null {
  const bare = text.replace(/\[\d+\]|[*†‡↑↓]/g, '').trim();
  const match = /^[~≈]?\s*([+-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%)?$/i.exec(bare);
  if (match) {
    const number = /e/i.test(match[1] ?? '')
      ? Number(match[1])
      : plainDigits((match[1] ?? '').replace(/^\+/, ''));
    const value = number ?? signed(match[1] ?? '');
    return value === null ? null : { value, ...(match[2] ? { unit: '%' } : {}) };
  }
  return severalNumbers.test(bare) || numberAndRemark.test(bare) ? { value: bare } : null;
}

function signed(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
