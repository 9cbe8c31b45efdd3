import { answeringHints } from './answering-service.ts'
import { authorizationHints } from './authorization-id.ts'
import { valueHints } from './by-values.ts'
import { denialHints, detailHints } from './denial-words.ts'
import { encodedHints } from './encoded.ts'
import type { Flat } from './flat.ts'
import { labelHints } from './labelled-caller.ts'
import { lookAlikeHints } from './look-alikes.ts'
import { messageHints } from './message.ts'
import { operationHints } from './operations.ts'
import { otherSystemHints } from './other-systems.ts'
import { inOneLine } from './piece.ts'
import { requestIdHints } from './request-id.ts'
import { clueHints } from './resource-clues.ts'
import { runTogetherHints } from './run-together.ts'
import { s3Hints } from './s3-tools.ts'
import { additionalWords } from './sentences/index.ts'
import { type Sought, type Spotted, spotter } from './spotter.ts'
import { stackHints } from './stack-events.ts'

/** All that's looked for in a flat text, in one pass. */
export const allSought: readonly Sought[] = [
  ...answeringHints,
  ...authorizationHints,
  ...clueHints,
  ...denialHints,
  ...detailHints,
  ...encodedHints,
  ...labelHints,
  ...lookAlikeHints,
  ...messageHints,
  ...operationHints,
  ...otherSystemHints,
  ...requestIdHints,
  ...runTogetherHints,
  ...s3Hints,
  additionalWords,
  ...stackHints,
  ...valueHints,
]
const spot = spotter(allSought)

/** A flat text as it's read: with what it may have, and its words in one line, each found when it's first asked for. */
export class FlatText implements Flat, Spotted {
  readonly text: string
  private readonly flat: Flat
  private readonly spotted: Spotted
  private inLine: string | undefined

  constructor(flat: Flat) {
    this.text = flat.text
    this.flat = flat
    this.spotted = spot(flat.text)
  }

  origin(from: number, to: number): ReturnType<Flat['origin']> {
    return this.flat.origin(from, to)
  }

  mayHave(sought: Sought): boolean {
    return this.spotted.mayHave(sought)
  }

  /** For sentences of which only the words count, not the place. */
  get line(): string {
    this.inLine ??= inOneLine(this.text)
    return this.inLine
  }
}
