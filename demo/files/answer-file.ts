import type { Answers } from '../answers.ts';
import { TextFile } from './text-file.ts';

/** Writes the answer sheet as JSON, each element of its lists on a line: never a text larger than one person. */
export function writeAnswers(path: string, answers: Answers): void {
  const file = new TextFile(path);
  file.line('{');
  const entries = Object.entries(answers);
  entries.forEach(([key, value], i) => {
    const comma = i < entries.length - 1 ? ',' : '';
    if (!Array.isArray(value)) {
      file.line(`${JSON.stringify(key)}:${JSON.stringify(value)}${comma}`);
      return;
    }
    file.line(`${JSON.stringify(key)}:[`);
    value.forEach((element, j) => {
      file.line(JSON.stringify(element) + (j < value.length - 1 ? ',' : ''));
    });
    file.line(`]${comma}`);
  });
  file.line('}');
  file.close();
}
