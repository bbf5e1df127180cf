/** Links of a card: only addresses of the web are kept, whatever else a card links to. */

/** A link as the text shows it. */
export interface Link {
  readonly text: string;
  readonly url: string;
  /** Where it stands in the text around it. */
  readonly start: number;
  readonly end: number;
}

/** Characters that no address of a card may hold: they could break out of a view or a Markdown link. */
const unsafe = /[\s<>"'`\\^{}|\u0000-\u0020\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The address when it is one of the web, else null: `javascript:`, `data:`, `command:` and relative ones are dropped. */
export function webAddress(url: string): string | null {
  const trimmed = url.trim();
  if (!/^https?:\/\/[^/?#\s@]+/i.test(trimmed) || trimmed.length > 2_000 || unsafe.test(trimmed)) return null;
  return trimmed;
}

/** `owner/name` of a GitHub repository that an address leads to, or null. */
export function githubRepository(url: string): string | null {
  const match = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]{1,60})\/([\w.-]{1,100})/i.exec(url);
  if (!match || /^(?:features|topics|orgs|sponsors|marketplace|about)$/i.test(match[1] ?? '')) return null;
  return `${match[1]}/${(match[2] ?? '').replace(/\.git$/, '').replace(/\.+$/, '')}`;
}

/** The model, dataset or space that an address of the hub leads to. */
export function hubPage(
  url: string,
): { readonly kind: 'model' | 'dataset' | 'space'; readonly id: string } | null {
  const match =
    /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(datasets\/|spaces\/)?([\w.-]+(?:\/[\w.-]+)?)(?=$|[/?#])/i.exec(
      url,
    );
  const id = match?.[2];
  if (!id || (!match[1] && pagesThatAreNoModel.test(id))) return null;
  const kind = match[1] ? (match[1].startsWith('d') ? 'dataset' : 'space') : 'model';
  return { kind, id };
}

const pagesThatAreNoModel =
  /^(?:models|datasets|spaces|docs|blog|transformers|course|learn|papers|tasks|join|pricing|front|exbert|inference-api|metrics|languages|landing|autotrain|new|organizations|settings)(?:$|\/)/i;

/** The arXiv id in an address or a text, without its version. */
export function arxivId(text: string): string | null {
  return /arxiv(?:\.org\/(?:abs|pdf)\/|[:\s/.]+)\s*(\d{4}\.\d{4,5})/i.exec(text)?.[1] ?? null;
}
