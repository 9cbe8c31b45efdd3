/** A set of permissions that lead to others, which the policy doesn't show. */
export interface EscalationPath {
  /** "service:Action", in AWS's spelling; all of them are needed. */
  readonly actions: readonly string[]
  /** The same in lower case and cut at the colon: hundreds of paths are compared with every policy. */
  readonly steps: readonly Step[]
  /** What a caller does with them: "anyone who has it can …". */
  readonly how: string
  /** The service that the role is passed to, where `iam:PassRole` is one of the actions: what `iam:PassedToService` holds. */
  readonly passedTo?: string
  /** A public page that describes the path, or AWS's own on the permission; read on 2026-11-28. */
  readonly source: string
}

/** One action of a path, in lower case. */
export interface Step {
  readonly service: string
  readonly name: string
}

/** A row: its actions with blanks between them. */
export function path(written: string, about: Pick<EscalationPath, 'how' | 'source' | 'passedTo'>): EscalationPath {
  const actions = written.split(' ')
  const steps = actions.map((action) => {
    const [service = '', name = ''] = action.toLowerCase().split(':')
    return { service, name }
  })
  return { actions, steps, ...about }
}

/** Rows with the same outcome: the actions of each, blanks between them. */
export const paths = (
  how: string,
  actions: readonly string[],
  { source, passedTo }: Pick<EscalationPath, 'source' | 'passedTo'>,
): readonly EscalationPath[] =>
  actions.map((each) => path(each, { how, source, ...(passedTo === undefined ? {} : { passedTo }) }))
