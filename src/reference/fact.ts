/** Where a fact was read, and when. */
export interface Sourced {
  /** AWS's page. "*" is the operation's name. */
  readonly source: string
  /** The day on which it was read, "2026-11-28". */
  readonly read: string
}

/** A row about several operations of one service; `operations` are IAM's names for them, separated by spaces. */
export interface OperationRow extends Sourced {
  readonly service: string
  readonly operations: string
}

/** Rows by "service:operation", in lower case, with the source of that very operation. */
export function byOperation<Row extends OperationRow>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(
    rows.flatMap((row) =>
      row.operations
        .split(' ')
        .map((name) => [
          `${row.service}:${name}`.toLowerCase(),
          { ...row, operations: name, source: row.source.replace('*', name) },
        ]),
    ),
  )
}
