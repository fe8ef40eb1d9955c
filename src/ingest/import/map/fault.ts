/** Why a row is refused or left out: a stable code (`value.not-a-number`) and, where there is one, the column. */
export class Fault {
  readonly code: string;
  readonly column: string | undefined;

  constructor(code: string, column?: string) {
    this.code = code;
    this.column = column;
  }
}
