import { entriesOf, type Tree, textOf } from '../json-tree.ts'
import { type Cell, isField } from './event-of.ts'

/**
 * Rows of a query's result, whose cells are objects: CloudWatch Logs Insights writes `{"field": …, "value": …}`, CloudTrail Lake an object per column.
 * A row ends where its list does.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html, https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetQueryResults.html
 */
export class FieldRows {
  private cells: Cell[] = []

  /** Takes an object; true where it's a cell. */
  take(tree: Tree): boolean {
    const cell = cellOf(tree)
    if (cell) this.cells.push(cell)
    return cell !== undefined
  }

  /** The row that ended, if one did: after the text behind its last cell, or at the end of everything. */
  ended(text: string | undefined): readonly Cell[] | undefined {
    if (this.cells.length === 0 || (text !== undefined && !text.includes(']'))) return undefined
    const { cells } = this
    this.cells = []
    return cells
  }
}

function cellOf(tree: Tree): Cell | undefined {
  const [field, value] = [textOf(tree, 'field'), textOf(tree, 'value')]
  if (field !== undefined && value !== undefined) return [field, value]
  const [only, ...more] = entriesOf(tree)
  if (!only || more.length > 0) return undefined
  const [name, own] = only
  return own.kind === 'string' && isField(name) ? [name, own.value] : undefined
}

/** One member whose value is a string: no second name follows it. An event begins alike, and parsing each one for this would take most of the time. */
const oneMember =
  /^\{\s{0,20}"[\w@.]{1,60}"\s{0,20}:\s{0,20}"(?![^"\\\n\r]{0,1000}"\s{0,20},\s{0,20}"[^"\\\n\r]{1,1000}"\s{0,20}:\s{0,20}(?:["{[\d]|true|false|null))/

/** Can the text hold such a cell? */
export const mayBeCell = (text: string): boolean =>
  text.length < 400_000 && (oneMember.test(text) || (hasKey(text, 'field') && hasKey(text, 'value')))

/** Is there such a string? A search that began with the quote would stop at each of them. */
const hasKey = (text: string, key: string): boolean => text.includes(`${key}"`) && text.includes(`"${key}"`)
