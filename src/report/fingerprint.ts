import type { Inventory } from '../inventory/types';
import type { Finding } from '../rules/finding';

/** A finding, and what it is recognised by when the lines around it have moved. */
export interface NamedFinding {
  readonly finding: Finding;
  /** Rule, file, model, and the how-many-eth of its like in the file. No line: a line above may come and go. */
  readonly fingerprint: string;
}

/** All findings, silenced ones too, each with its fingerprint: the project's first, then by file. */
export function namedFindings({ projectFindings, files }: Inventory): NamedFinding[] {
  const seen = new Map<string, number>();
  const findings = [...projectFindings, ...files.flatMap((file) => file.findings)];
  return findings.map((finding) => {
    const like = [finding.rule, finding.place.file, finding.model].map(plain).join('|');
    const ordinal = (seen.get(like) ?? 0) + 1;
    seen.set(like, ordinal);
    return { finding, fingerprint: `${like}|${ordinal}` };
  });
}

/** The separator must not come from a name; everything else stays readable, for people compare baselines. */
function plain(text: string): string {
  return text.replace(/[%|\p{Cc}\u2028\u2029]/gu, (character) => encodeURIComponent(character));
}
