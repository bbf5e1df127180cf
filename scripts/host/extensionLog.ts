import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The error lines of every log that the extension kept under `logsFolder`: of its channel and of its host. */
export function errorLines(logsFolder: string, extensionId: string): string[] {
  if (!existsSync(logsFolder)) return [];
  const logs = readdirSync(logsFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.log'),
  );
  return logs.flatMap((file) => {
    const own = file.includes(extensionId);
    const lines = readFileSync(join(logsFolder, file), 'utf8').split('\n');
    return lines.filter((line) => line.includes('[error]') && (own || line.includes(extensionId)));
  });
}
