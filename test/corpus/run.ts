/**
 * `npm run accuracy`: the analyzer against the labelled corpus. Prints the score per shape and every difference, and
 * fails below 100 %. `npm run accuracy -- WORD` runs the cases whose name holds WORD.
 */
import { loadCorpusAnalyzer, runCase } from './analyse';
import { readCases } from './cases';
import { scoreTable } from './score';

async function main(wanted: readonly string[]): Promise<void> {
  const cases = readCases().filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  if (cases.length === 0) throw new Error('no case of that name');
  const analyzer = await loadCorpusAnalyzer();
  const results = cases.map((each) => runCase(analyzer, each));
  analyzer.dispose();

  console.log(scoreTable(results));
  for (const { name, differences } of results)
    for (const difference of differences) console.log(`${name}: ${difference}`);
  const wrong = results.filter(({ differences }) => differences.length > 0).length;
  console.log(`${String(cases.length - wrong)} of ${String(cases.length)} cases right`);
  if (wrong > 0) process.exitCode = 1;
}

void main(process.argv.slice(2));
