import type { Decision } from '../evaluate/index.ts'
import type { IconName } from './icon-paths.ts'

/** A word and the icon that always accompanies it. */
export interface Saying {
  readonly word: string
  readonly icon: IconName
}

export const decisionWords: Readonly<Record<Decision, Saying & { readonly meaning: string }>> = {
  allowed: { word: 'Allowed', icon: 'yes', meaning: 'With these policies, AWS allows this request.' },
  explicitDeny: {
    word: 'Denied',
    icon: 'stop',
    meaning: 'A statement denies it explicitly. No Allow can override that.',
  },
  implicitDeny: {
    word: 'Denied',
    icon: 'no',
    meaning: 'Nothing denies it, but it needs an Allow that no policy grants.',
  },
  undetermined: {
    word: 'It depends',
    icon: 'unknown',
    meaning: 'The answer depends on request details that aren’t known yet.',
  },
}
