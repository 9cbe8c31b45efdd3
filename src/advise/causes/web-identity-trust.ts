import { dataText, inTurn, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { trustDrafts } from '../trust/drafts.ts'
import { evidenceIn } from '../trust/evidence.ts'
import { type ExaminedStatement, examineTrust } from '../trust/examine.ts'
import { findingSteps, idsStep, letsIn, lookAtAssertion, lookAtToken } from '../trust/steps.ts'
import { isTokenAction, presented } from '../trust/token.ts'

const told = messagesOf('web-identity-trust', {
  oneMoreFinding: 'One more finding is',
  moreFindings: '{{count}} more findings are',
  below: '{{rest}} below.',
  trustPolicyFits: 'The trust policy fits some tokens, and nothing here says what this one holds',
  oftenOne: 'Often it is one of these. {{mistakes}}',
  explanation:
    'The trust policy names `{{host}}` and has no mistake that shows. {{lets}} AWS denied the call, so the token says something else. {{rest}}',
})

interface Found {
  readonly situation: Evaluated
  readonly examined: ExaminedStatement
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html and, for each issuer, the page that its row names. */
const articles: readonly (readonly [part: string, article: string])[] = [
  ['token.actions.', 'roles/github-oidc'],
  ['oidc.eks.', 'roles/eks-irsa'],
]

const articleOf = ({ provider: { kind, host } }: ExaminedStatement): string =>
  kind === 'saml' ? 'roles/saml' : (articles.find(([part]) => host.startsWith(part))?.[1] ?? 'roles/oidc-others')

/**
 * A token of an identity provider was presented, and the pasted trust policy holds a mistake that keeps it out, or leaves it open whether the token
 * fits. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const webIdentityTrust = defineCause<Found>({
  id: 'web-identity-trust',
  article: 'roles/oidc-others',
  applies: (situation) => {
    if (!isEvaluated(situation) || !isTokenAction({ action: situation.asked.action, actionDerived: undefined }))
      return undefined
    const evidence = evidenceIn(situation.given.paste)
    const found = presented(examineTrust(situation.policies, evidence), evidence, situation.asked.caller.arn)
    const examined = found && asFarAsSeen(found, situation)
    const isOpen = situation.verdict.decision === 'undetermined'
    return examined && (isOpen || examined.findings.length > 0) ? { situation, examined } : undefined
  },
  explain: ({ examined }) => {
    const [first, ...more] = examined.findings
    if (!first) return { ...openWords(examined), article: articleOf(examined), basis: 'experience' }
    const others =
      more.length === 0
        ? ''
        : told('below', {
            rest: more.length === 1 ? told('oneMoreFinding') : told('moreFindings', { count: more.length }),
          })
    return {
      title: first.title,
      explanation: inTurn([first.text, others]),
      article: articleOf(examined),
      basis: first.certain ? 'document' : 'experience',
    }
  },
  steps: ({ situation, examined }) => {
    const [first, ...more] = findingSteps(examined, situation)
    const ids = idsStep(examined)
    const look = examined.provider.kind === 'saml' ? lookAtAssertion : lookAtToken
    const last: readonly Step[] = [
      ...(ids && !examined.findings.some(({ certain }) => certain) ? [ids] : []),
      ...(examined.evidence.subject === undefined ? [look] : []),
    ]
    return first ? [first, ...more, ...last] : [look, ...(ids ? [ids] : [])]
  },
  fixes: ({ situation, examined }) => trustDrafts(situation, examined),
})

/** A part of a trust policy proves nothing: another statement can let the token in. */
function asFarAsSeen(examined: ExaminedStatement, { given }: Evaluated): ExaminedStatement {
  if (given.policies[examined.index]?.partial !== true) return examined
  return { ...examined, findings: examined.findings.map((finding) => ({ ...finding, certain: false })) }
}

function openWords(examined: ExaminedStatement): { readonly title: Text; readonly explanation: Text } {
  const { issuer, provider } = examined
  const mistakes = issuer?.mistakes ?? []
  return {
    title: told('trustPolicyFits'),
    explanation: told('explanation', {
      host: provider.host,
      lets: letsIn(examined),
      rest: mistakes.length === 0 ? '' : told('oftenOne', { mistakes: inTurn(mistakes.map(dataText)) }),
    }),
  }
}
