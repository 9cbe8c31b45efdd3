import { type Condition, matches } from '../../../iam/index.ts'
import type { Change } from '../../../text/index.ts'
import { inTurn, messagesOf } from '../../../words/index.ts'
import { listed } from '../../words.ts'
import { isOpen } from '../condition-keys.ts'
import { conditionsOn, likeInstead, takesWildcards } from '../conditions.ts'
import { changeWords, type Examined, rewrite, type TrustCheck, type TrustFinding } from '../finding.ts'
import { gitHubSubject } from '../subjects/github.ts'
import { gitLabSubject } from '../subjects/gitlab.ts'
import { otherIssuerSubject } from '../subjects/other-issuers.ts'
import { serviceAccountSubject } from '../subjects/service-account.ts'
import { likelySubject, type SubjectMistake, type SubjectReader } from '../subjects/subject-mistake.ts'

const told = messagesOf('trust/checks/subject', {
  tokensSubjectHolds: 'The token’s subject holds IDs, and the policy’s doesn’t',
  tokensSubjectHoldsText:
    'The token’s sub is `{{subject}}`. GitHub sends IDs behind both names for repositories created or renamed since 15 July 2026, and the policy asks for `{{value}}`.',
  subjectDiffersUpper: 'The subject differs in upper and lower case',
  subjectDiffersUpperText:
    'The token’s sub is `{{subject}}`, and the policy asks for `{{value}}`. The comparison is case-sensitive.',
  tokensSubjectOne: 'The token’s subject isn’t the one in the policy',
  tokensSubjectOneText:
    'The token’s sub is `{{subject}}`, and the policy asks for `{{value}}`. Change the policy only if this workload should have the role.',
  tokensSubjectNone: 'The token’s subject isn’t among those in the policy',
  tokensSubjectNoneText:
    'The token’s sub is `{{subject}}`, and the policy asks for {{values}}. Add it only if this workload should have the role; otherwise run the workload in a way that fits.',
  add: 'Add `{{subject}}` to the values of `{{key}}`.',
  wildcardUnderStringequals: 'A wildcard under StringEquals is a plain character',
  wildcardUnderStringequalsText:
    'StringEquals compares `{{value}}` character by character, so it matches no real subject. StringLike takes wildcards.',
  change: 'Change {{written}} to {{writtenB}}.',
})

/** How each issuer's subjects are read; one that the table doesn't know is compared with the pasted token only. */
const readerOf = ({ issuer, provider }: Examined, value: string): SubjectReader => {
  // Of an issuer that isn't written out, the value shows whose subject it is.
  const first = issuer?.subjects[0] ?? (isOpen(provider.host) ? value : '')
  if (first.startsWith('repo:')) return gitHubSubject
  if (first.startsWith('project_path:')) return gitLabSubject
  if (first.startsWith('system:serviceaccount:') || provider.host.startsWith('oidc.eks.')) return serviceAccountSubject
  return otherIssuerSubject
}

/** The subject in the policy isn't the one that the token has, or none that a token of this issuer can have. */
export const otherSubject: TrustCheck = (examined) =>
  examined.provider.kind === 'saml'
    ? []
    : conditionsOn(examined, 'sub').flatMap(({ condition }) => {
        const isLike = takesWildcards(condition)
        const isFound = isReal(
          condition.values.map(({ value }) => value.raw),
          isLike,
          examined,
        )
        if (isFound) return []
        const none = amongNone(condition, examined)
        if (none) return [none]
        for (const { value, span } of condition.values) {
          const mistake =
            wrongSubject(value.raw, examined) ??
            readerOf(examined, value.raw)(value.raw, examined) ??
            wildcard(value.raw, isLike)
          if (!mistake) continue
          const needsLike = !isLike && /[*?]/.test(mistake.to ?? '')
          const operator = needsLike ? likeInstead(examined, condition) : []
          return [
            finding(mistake, { value: value.raw, span, operator, needsLike, written: condition.operator.written }),
          ]
        }
        return []
      })

/** The token fits none of several values: those stay for the workloads that they're for, and the token's own is one more. */
function amongNone({ key, values }: Condition, { text, evidence: { subject } }: Examined): TrustFinding | undefined {
  const last = values.at(-1)
  const isPlain = subject !== undefined && values.every(({ value }) => wrongKind(value.raw, subject) === 'subject')
  if (!last || values.length < 2 || subject === undefined || !isPlain) return undefined
  const isOffered = !subject.endsWith(':pull_request') && text[last.span.from] === '"'
  const at = { from: last.span.to, to: last.span.to }
  return {
    code: 'subject',
    certain: true,
    title: told('tokensSubjectNone'),
    text: told('tokensSubjectNoneText', {
      subject,
      values: listed(
        values.slice(0, 8).map(({ value }) => `\`${value.raw}\``),
        'or',
      ),
    }),
    span: last.span,
    changes: isOffered ? [{ span: at, insert: `, ${JSON.stringify(subject)}` }] : [],
    change: told('add', { subject, key: key.value }),
    subject,
  }
}

const wrongKind = (value: string, subject: string): string | undefined => comparedWith(value, subject)?.code

/** Does one of the values match the token that was pasted? Then the subject isn't what keeps it out. */
const isReal = (values: readonly string[], isLike: boolean, { evidence: { subject } }: Examined): boolean =>
  subject !== undefined && values.some((value) => (isLike ? matches(value, subject) : value === subject))

/** Compares the condition with the pasted token’s own subject. */
const wrongSubject = (value: string, { evidence: { subject } }: Examined): SubjectMistake | undefined =>
  subject === undefined ? undefined : comparedWith(value, subject)

function comparedWith(value: string, subject: string): SubjectMistake | undefined {
  if (matches(value, subject)) return undefined
  return withIds(value, subject) ?? inOtherCase(value, subject) ?? another(value, subject)
}

/**
 * GitHub's tokens hold the IDs of the owner and the repository if it was created or renamed since 15 July 2026.
 * https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/
 */
function withIds(value: string, subject: string): SubjectMistake | undefined {
  const [, repository = ''] = /^repo:([^:]*@\d+\/[^:]*@\d+):/.exec(subject) ?? []
  const [, own, rest] = /^repo:([^:@]+):(.*)$/.exec(value) ?? []
  if (own === undefined || rest === undefined || !matches(own, repository.replaceAll(/@\d+/g, ''))) return undefined
  return {
    code: 'immutable-subject',
    certain: true,
    title: told('tokensSubjectHolds'),
    text: told('tokensSubjectHoldsText', { subject, value }),
    to: `repo:${repository}:${rest}`,
    subject,
  }
}

function inOtherCase(value: string, subject: string): SubjectMistake | undefined {
  if (!matches(value.toLowerCase(), subject.toLowerCase())) return undefined
  return {
    code: 'case',
    certain: true,
    title: told('subjectDiffersUpper'),
    text: told('subjectDiffersUpperText', { subject, value }),
    to: /[*?]/.test(value) ? undefined : subject,
    subject,
  }
}

/** Anyone who can open a pull request can run its workflow, so that subject isn’t offered. */
const another = (value: string, subject: string): SubjectMistake => ({
  code: 'subject',
  certain: true,
  title: told('tokensSubjectOne'),
  text: told('tokensSubjectOneText', { subject, value }),
  to: subject.endsWith(':pull_request') ? undefined : subject,
  subject,
})

/** Under StringEquals a star is a plain character. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function wildcard(value: string, isLike: boolean): SubjectMistake | undefined {
  if (isLike || !/[*?]/.test(value)) return undefined
  return {
    code: 'wildcard',
    certain: true,
    title: told('wildcardUnderStringequals'),
    text: told('wildcardUnderStringequalsText', { value }),
    to: value,
    subject: likelySubject(value),
  }
}

interface Written {
  readonly value: string
  readonly span: TrustFinding['span']
  readonly operator: readonly Change[]
  readonly needsLike: boolean
  /** The condition's operator as the policy writes it. */
  readonly written: string
}

function finding(
  { to, subject, ask, ...mistake }: SubjectMistake,
  { value, span, operator, needsLike, written }: Written,
): TrustFinding {
  const parts = [
    ...(to === undefined || to === value ? [] : [changeWords(value, to)]),
    ...(needsLike ? [told('change', { written, writtenB: written.replace(/StringEquals/i, 'StringLike') })] : []),
  ]
  const isWhole = to !== undefined && (!needsLike || operator.length > 0)
  return {
    ...mistake,
    span,
    changes: isWhole ? [...(to === value ? [] : [rewrite(span, to)]), ...operator] : [],
    change: parts.length > 0 ? inTurn(parts) : ask,
    ...(subject === undefined ? {} : { subject }),
  }
}
