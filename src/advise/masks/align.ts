import type { Request } from '../../evaluate/index.ts'
import { type Caller, readCaller } from '../../iam/index.ts'
import type { Mask } from '../mask.ts'
import { standIns, type Values } from './fill.ts'

/** More strings of documents than these aren't compared with the request. */
const mostStrings = 200

/**
 * Values of the masks with which a string of the documents is what the request is about: its resource or its caller. So a mask that can name exactly this
 * request is never read as one that names another. `texts` are documents with the stand-ins filled in.
 */
export function alignedValues(masks: readonly Mask[], texts: readonly string[], request: Request): readonly Values[] {
  const base = standIns(masks)
  const asked = [request.resource, ...namesOf(readCaller(request.principal))]
  const strings = texts.flatMap((text) =>
    [...text.matchAll(/"(arn:(?:[^"\\\n]|\\.){1,2000})"/g)].flatMap(([, arn = '']) =>
      masks.some(({ standIn }) => arn.includes(standIn)) ? [arn] : [],
    ),
  )
  return strings.slice(0, mostStrings).flatMap((arn) =>
    asked.flatMap((text) => {
      const values = align(piecesOf(arn, masks), text)
      return values && values.size > 0 ? [new Map([...base, ...values])] : []
    }),
  )
}

/** The ARNs by which policies name a caller: a session is named by its role, too. */
const namesOf = (caller: Caller | undefined): readonly string[] => {
  if (!caller) return []
  const role = `arn:${caller.partition}:iam::${caller.account ?? ''}:role/${caller.name}`
  return caller.kind === 'role-session' ? [caller.arn, role] : [caller.arn]
}

/** A piece of an ARN: its text, a mask by its text, or a wildcard. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mask'; readonly mask: string }
  | { readonly kind: 'wildcard' }

function piecesOf(arn: string, masks: readonly Mask[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < arn.length) {
    const here = masks.find(({ standIn }) => arn.startsWith(standIn, at))
    if (here) {
      pieces.push({ kind: 'mask', mask: here.text })
      at += here.standIn.length
    } else if (arn[at] === '*' || arn[at] === '?') {
      pieces.push({ kind: 'wildcard' })
      at++
    } else {
      const end = nextHole(arn, at + 1, masks)
      pieces.push({ kind: 'text', text: arn.slice(at, end) })
      at = end
    }
  }
  return pieces
}

const nextHole = (arn: string, from: number, masks: readonly Mask[]): number =>
  Math.min(
    arn.length,
    ...['*', '?', ...masks.map(({ standIn }) => standIn)].flatMap((hole) => {
      const at = arn.indexOf(hole, from)
      return at < 0 ? [] : [at]
    }),
  )

/** The values with which the pieces are the text; undefined if there are none. Each hole ends where the next piece of text begins. */
function align(pieces: readonly Piece[], text: string): Values | undefined {
  const values = new Map<string, string>()
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const end = piece.kind === 'text' ? endOfText(piece.text, text, at) : endOfHole(pieces, i, { text, at })
    if (end < at) return undefined
    if (piece.kind === 'mask') {
      const value = text.slice(at, end)
      if (value === '' || (values.get(piece.mask) ?? value) !== value) return undefined
      values.set(piece.mask, value)
    }
    at = end
  }
  return at === text.length ? values : undefined
}

const endOfText = (part: string, text: string, at: number): number =>
  text.startsWith(part, at) ? at + part.length : -1

/** Of two holes in a row, the first one takes as little as it can. */
function endOfHole(
  pieces: readonly Piece[],
  i: number,
  { text, at }: { readonly text: string; readonly at: number },
): number {
  const [own, next] = [pieces[i], pieces[i + 1]]
  if (next?.kind === 'mask') return own?.kind === 'mask' ? at + 1 : at
  const part = pieces.slice(i + 1).find((piece) => piece.kind === 'text')
  if (part?.kind !== 'text') return text.length
  if (part !== pieces.at(-1)) return text.indexOf(part.text, at)
  return text.endsWith(part.text) ? text.length - part.text.length : -1
}
