import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is written line after line in large pieces. */
export class TextFile {
  private readonly handle: number;
  private pieces: string[] = [];
  private characters = 0;
  lines = 0;

  constructor(path: string) {
    this.handle = openSync(path, 'w');
  }

  line(text: string): void {
    this.pieces.push(text, '\n');
    this.characters += text.length;
    this.lines++;
    if (this.characters > PIECE_CHARACTERS) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    writeSync(this.handle, this.pieces.join(''));
    this.pieces = [];
    this.characters = 0;
  }
}

/** One write of the system for about a megabyte. */
const PIECE_CHARACTERS = 1 << 20;
