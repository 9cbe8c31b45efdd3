/** The way back from a text that was put together to the one it was taken from: where runs that stand side by side in both begin. */
export class Origins {
  private readonly flatStarts: number[] = [0]
  private readonly originalStarts: number[] = [0]
  /** Where the next character has to come from to go on with the run. */
  private next = 0

  /** Notes that the text at `flat` came from a range of the original; `isSame` if the characters are the same there. */
  note(flat: number, original: { readonly from: number; readonly to: number }, isSame: boolean): void {
    if (original.from !== this.next) {
      this.flatStarts.push(flat)
      this.originalStarts.push(original.from)
    }
    // A replacement of more than one character ends the run.
    this.next = isSame ? original.to : -1
  }

  /** The place in the original of an offset in the flat text. */
  of(offset: number): number {
    const run = lastAtMost(this.flatStarts, offset)
    return (this.originalStarts[run] ?? 0) + offset - (this.flatStarts[run] ?? 0)
  }
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
