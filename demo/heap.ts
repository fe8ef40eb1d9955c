/** What is to come, in order of time; what was put in first comes first among equals. */
export class Heap<T> {
  private readonly times: number[] = [];
  private readonly orders: number[] = [];
  private readonly values: T[] = [];
  private counter = 0;

  get size(): number {
    return this.times.length;
  }

  /** When the next one is due; Infinity when there is none. */
  get nextTime(): number {
    return this.times.length === 0 ? Number.POSITIVE_INFINITY : this.times[0]!;
  }

  push(time: number, value: T): void {
    const order = this.counter++;
    let hole = this.times.length;
    this.times.push(time);
    this.orders.push(order);
    this.values.push(value);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.times[parent]! <= time) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.place(hole, time, order, value);
  }

  /** Takes out the next one. Call only while size is not 0. */
  pop(): T {
    const first = this.values[0]!;
    const time = this.times.pop()!;
    const order = this.orders.pop()!;
    const value = this.values.pop()!;
    const size = this.times.length;
    if (size === 0) return first;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isBefore(child + 1, this.times[child]!, this.orders[child]!)) child++;
      if (!this.isBefore(child, time, order)) break;
      this.move(child, hole);
      hole = child;
    }
    this.place(hole, time, order, value);
    return first;
  }

  private isBefore(index: number, time: number, order: number): boolean {
    const other = this.times[index]!;
    return other < time || (other === time && this.orders[index]! < order);
  }

  private move(from: number, to: number): void {
    this.place(to, this.times[from]!, this.orders[from]!, this.values[from]!);
  }

  private place(index: number, time: number, order: number, value: T): void {
    this.times[index] = time;
    this.orders[index] = order;
    this.values[index] = value;
  }
}
