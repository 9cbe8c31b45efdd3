import type { ContextInput } from '../evaluate/index.ts'
import type { NonEmpty } from '../text/index.ts'
import type { Text } from '../words/index.ts'
import { type Basis, certaintyOf } from './certainty.ts'
import type { CauseFound, Step } from './diagnosis.ts'
import type { Draft } from './fixes/draft.ts'
import type { Situation } from './situation.ts'

/** The words of a cause. */
export interface Explanation {
  readonly title: Text
  readonly explanation: Text
  /** What it rests on: the decision, unless it says otherwise. Its certainty follows from that. */
  readonly basis?: Basis
  /** A closer article than the cause's own. */
  readonly article?: string
}

/** What a cause says once it applies. `Found` is what `applies` saw. */
export interface CauseParts<Found> {
  /** The file's name. */
  readonly id: string
  /** The article that explains it, as a path below the site's root. */
  readonly article: string
  /** What it found, or undefined: then the next cause is asked. */
  applies(situation: Situation): Found | undefined
  explain(found: Found): Explanation
  steps(found: Found): NonEmpty<Step>
  /** Changes that could help, the best first, made one at a time: only the first that proves to help is shown. */
  fixes?(found: Found): Iterable<Draft>
  /** Changes somewhere else that could help instead, with their trade-off in the note. */
  otherWays?(found: Found): Iterable<Draft>
  /** What the caller can bring to the request instead, as context keys. */
  brings?(found: Found): Readonly<Record<string, ContextInput>>
}

/** A cause that applies, in words, with what could be done. */
export interface AppliedCause {
  readonly cause: CauseFound
  /** They're made while they're asked for, once. */
  readonly drafts: Iterable<Draft>
  readonly otherDrafts: Iterable<Draft>
  readonly brings: Readonly<Record<string, ContextInput>> | undefined
}

/** One cause of the registry. */
export interface Cause {
  readonly id: string
  readonly article: string
  find(situation: Situation): AppliedCause | undefined
}

/** Ties the parts of a cause together, so that what `applies` saw reaches the others with its type. */
export function defineCause<Found>(parts: CauseParts<Found>): Cause {
  const { id, article } = parts
  return {
    id,
    article,
    find: (situation) => {
      const found = parts.applies(situation)
      if (found === undefined) return undefined
      const { basis = 'decision', ...words } = parts.explain(found)
      const certainty = certaintyOf(situation, basis)
      return {
        cause: {
          id,
          article,
          ...words,
          certainty,
          ...(basis === 'rule' ? { isRule: true } : {}),
          steps: parts.steps(found),
        },
        drafts: parts.fixes?.(found) ?? [],
        otherDrafts: parts.otherWays?.(found) ?? [],
        brings: parts.brings?.(found),
      }
    },
  }
}
