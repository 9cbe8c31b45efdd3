import { matches } from '../../iam/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import type { Step } from '../diagnosis.ts'
import { evidenceIn } from './evidence.ts'

const told = messagesOf('trust/module-subjects', {
  wildcard: 'The module writes StringEquals, and under it a wildcard is a plain character',
  wildcardText:
    '{{list}} holds `{{entry}}`. The module compares the token’s subject with it character by character, so no service account fits.',
  like: 'Have the module write StringLike',
  likeText:
    'Add `{{setting}}` to the module. The pattern then matches every service account whose name fits: keep it as long as possible.',
  subjects: 'Move the value to the list for wildcards',
  subjectsText: 'Write it under `oidc_subjects_with_wildcards` instead: for that list the module writes StringLike.',
  other: 'The role trusts another service account than the pod’s',
  otherText:
    '{{list}} holds `{{entry}}`, and the pod runs {{actual}}. Namespace and name must be equal, letter by letter.',
  as: 'as `{{name}}`',
  inNamespace: 'in the namespace `{{namespace}}`',
  equal: 'Make the two equal',
  equalText:
    'Write `{{right}}` in {{list}}, or run the pod there under that name. Policies attached to the role don’t matter for this call.',
})

/** What the inputs of a Terraform module for service accounts say that keeps the token out. */
export interface ModuleMistake {
  readonly title: Text
  readonly text: Text
  readonly step: Step
}

/** Longer pastes hold the module in their first part. */
const longest = 50_000

/** https://github.com/terraform-aws-modules/terraform-aws-iam: each with what comes before the namespace in its entries. */
const lists =
  /\b(namespace_service_accounts|oidc_fully_qualified_subjects)[ \t]{0,20}=[ \t]{0,4}\[((?:"[^"\n]{0,400}"|[\s,]){1,200})\]/g

/** Compares the service accounts that a module trusts with the pod's. Undefined where they fit, or where one of them isn't known. */
export function moduleMistake(paste: string): ModuleMistake | undefined {
  const text = paste.slice(0, longest)
  const locals = localsIn(text)
  const entries = [...text.matchAll(lists)].flatMap(([, list = '', body = '']) =>
    [...body.matchAll(/"([^"\n]{1,400})"/g)].map(([, written = '']) => ({ list, entry: withLocals(written, locals) })),
  )
  return wildcardIn(entries, text) ?? otherAccount(entries, text)
}

interface Entry {
  readonly list: string
  readonly entry: string
}

/** The entry with the values of locals that are written out. */
const withLocals = (entry: string, locals: ReadonlyMap<string, string>): string =>
  entry.replace(/\$\{local\.(\w{1,80})\}/g, (whole, name: string) => locals.get(name) ?? whole)

const localsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^[ \t]{0,40}(\w{1,80})[ \t]{0,40}=[ \t]{0,4}"([^"$\n]{1,200})"/gm)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

function wildcardIn(entries: readonly Entry[], text: string): ModuleMistake | undefined {
  const found = entries.find(({ entry }) => entry.includes('*'))
  if (!found || /_condition_test[ \t]{0,20}=[ \t]{0,4}"StringLike"/.test(text)) return undefined
  const isByNamespace = found.list === 'namespace_service_accounts'
  return {
    title: told('wildcard'),
    text: told('wildcardText', { ...found }),
    step: {
      title: told(isByNamespace ? 'like' : 'subjects'),
      text: isByNamespace
        ? told('likeText', { setting: 'assume_role_condition_test = "StringLike"' })
        : told('subjectsText'),
      owner: 'account administrator',
    },
  }
}

function otherAccount(entries: readonly Entry[], text: string): ModuleMistake | undefined {
  const { namespace, serviceAccount } = evidenceIn(text)
  const [first] = entries
  const parsed = entries.map(({ entry }) => /^(?:system:serviceaccount:)?([^:${}]+):([^:${}]+)$/.exec(entry))
  // A name that comes from elsewhere could be the right one.
  if (!first || parsed.some((each) => each === null)) return undefined
  const fits = parsed.some(
    (each) =>
      (namespace === undefined || matches(each?.[1] ?? '', namespace)) &&
      (serviceAccount === undefined || matches(each?.[2] ?? '', serviceAccount)),
  )
  if (fits) return undefined
  const [space, name] = [namespace ?? parsed[0]?.[1] ?? '', serviceAccount ?? parsed[0]?.[2] ?? '']
  const actual = `${space}:${name}`
  const right = first.entry.startsWith('system:') ? `system:serviceaccount:${actual}` : actual
  return {
    title: told('other'),
    text: told('otherText', {
      ...first,
      actual: serviceAccount === undefined ? told('inNamespace', { namespace: space }) : told('as', { name: actual }),
    }),
    step: {
      title: told('equal'),
      text: told('equalText', { right, list: first.list }),
      owner: 'account administrator',
    },
  }
}
