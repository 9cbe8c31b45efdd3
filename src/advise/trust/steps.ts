import { positionAt } from '../../text/index.ts'
import { clausesOf, inTurn, messagesOf, type Text, write } from '../../words/index.ts'
import type { Step } from '../diagnosis.ts'
import type { Situation } from '../situation.ts'
import { listed, ownerOf } from '../words.ts'
import { takenBy } from './checks/statement.ts'
import { neverPresent } from './condition-keys.ts'
import { neededClaims, takesWildcards } from './conditions.ts'
import type { ExaminedStatement } from './examine.ts'

const told = messagesOf('trust/steps', {
  line: 'line {{line}}',
  sameAgain: 'The same again.',
  changeTrustPolicy: 'Change {{line}} of the trust policy',
  leaveTrustPolicy: 'Leave the trust policy as it is',
  changeTrustPolicyB: 'Change the trust policy',
  again: '{{title}}, {{line}}',
  confirmed: 'Confirmed',
  likely: 'Likely',
  // A message says how sure it is once, above its steps.
  sure: '{{sure}}: {{why}}',
  sureForOthers: '{{why}}',
  inProgram:
    'Make the principal one that takes tokens: WebIdentityPrincipal or OpenIdConnectPrincipal for OpenID Connect, SamlPrincipal for SAML. With FederatedPrincipal, the third argument is the action: `{{action}}`. Without it CDK writes sts:AssumeRole.',
  sureLine: '{{sure}}, {{line}} of the trust policy: {{why}}',
  sureLineForOthers: '{{why}}',
  matches: '`{{key}}` matches {{values}}',
  is: '`{{key}}` is {{values}}',
  allowsToken: 'It allows the token if {{lines}}.',
  compareTokensClaims: 'Compare the token’s claims with the conditions',
  compareTokensClaimsForOthers: '',
  compareTokensClaimsText:
    'Print the payload of the token where the call is made, never the whole token, and paste iss, sub, and aud here. On Linux or macOS, with the token in TOKEN:',
  compareAssertionConditions: 'Compare the assertion with the conditions',
  compareAssertionConditionsForOthers: '',
  compareAssertionConditionsText:
    'In the browser’s developer tools, find the POST request to the AWS sign-in page, and decode the value of SAMLResponse. Paste the Audience and the attributes that the policy names, never the whole assertion. On Linux or macOS, with the value in SAML_RESPONSE:',
  repositoryCreatedRenamed: 'If the repository was created or renamed since 15 July 2026, add the IDs',
  repositoryCreatedRenamedText:
    'Its tokens say `repo:<OWNER>@<OWNER_ID>/<REPO>@<REPO_ID>:…` instead of `repo:<OWNER>/<REPO>:…`, and the policy has to list that form. The command prints both IDs.',
})

/** Each finding as something to do: the line, the change, and how sure it is. The reason is told once where several findings have it. */
export function findingSteps(
  { index, findings, text: document, provider }: ExaminedStatement,
  { asked, policies }: Situation,
): readonly Step[] {
  // Lines of the JSON that was read from Terraform, YAML, or a program aren't anyone's.
  const hasLines = policies[index]?.source === undefined
  return findings.map((finding, i) => {
    const { title, span, certain, change: written, command, statement, code, isElsewhere } = finding
    const line = told('line', { line: positionAt(document, span.from).line })
    const isAgain = findings.slice(0, i).some((other) => other.code === code && write(other.title) === write(title))
    const sure = told(certain ? 'confirmed' : 'likely')
    // The first finding is the answer itself: its reason is already shown.
    const isTold = i === 0 && written !== undefined
    // No program spells the action that CDK writes by itself.
    const inProgram =
      code === 'wrong-operation' && policies[index]?.source?.language === 'code'
        ? told('inProgram', { action: takenBy[provider.kind] })
        : undefined
    const change = inProgram ?? written
    const why = isTold ? '' : isAgain ? told('sameAgain') : finding.text
    return {
      title:
        isTold && isElsewhere
          ? told('leaveTrustPolicy')
          : isTold
            ? told(hasLines ? 'changeTrustPolicy' : 'changeTrustPolicyB', { line })
            : isAgain && hasLines
              ? told('again', { title, line })
              : title,
      text: isTold
        ? told('sure', { sure, why: change ?? '' })
        : told(hasLines ? 'sureLine' : 'sure', { sure, line, why: inTurn([why, change ?? '']) }),
      owner: ownerOf('trust', asked),
      ...(command === undefined ? {} : { command }),
      ...(statement === undefined ? {} : { statement }),
    }
  })
}

/** "`…:sub` must match `repo:example-org/app:*`": what the statement lets in. Empty without conditions on claims. */
export function letsIn(examined: ExaminedStatement): Text {
  const lines = neededClaims(examined)
    .filter(({ key }) => !neverPresent(key))
    .map(({ condition }) => {
      const values = condition.values.slice(0, 8).map(({ value }) => `\`${value.raw}\``)
      return told(takesWildcards(condition) ? 'matches' : 'is', {
        key: condition.key.value,
        values: listed(values, 'or'),
      })
    })
  return lines.length === 0 ? '' : told('allowsToken', { lines: clausesOf(lines) })
}

/** How to see what the token says. */
export const lookAtToken: Step = {
  title: told('compareTokensClaims'),
  text: told('compareTokensClaimsText'),
  owner: 'caller',
  command: `printf '%s' "$TOKEN" | cut -d. -f2 | tr '_-' '/+' | base64 -d 2>/dev/null`,
}

/** The same for SAML. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const lookAtAssertion: Step = {
  title: told('compareAssertionConditions'),
  text: told('compareAssertionConditionsText'),
  owner: 'caller',
  command: `printf '%s' "$SAML_RESPONSE" | base64 -d`,
}

/**
 * GitHub sends IDs behind both names for repositories created or renamed since 15 July 2026.
 * https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/
 */
export function idsStep(examined: ExaminedStatement): Step | undefined {
  const { issuer, evidence, statement } = examined
  const isOlder = statement.conditions.every(({ values }) =>
    values.every(({ value }) => !value.raw.startsWith('repo:') || !value.raw.includes('@')),
  )
  if (!issuer?.subjects.some((form) => form.includes('<OWNER_ID>')) || !isOlder || evidence.subject !== undefined)
    return undefined
  return {
    title: told('repositoryCreatedRenamed'),
    text: told('repositoryCreatedRenamedText'),
    owner: 'account administrator',
    command: `gh api repos/<OWNER>/<REPO> --jq '"repo:\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)"'`,
  }
}
