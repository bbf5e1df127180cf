import type { ReportInput } from './input';
export function spdxReport(input: ReportInput): object {
  return { input: input.root };
}
