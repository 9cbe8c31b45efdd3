import { messagesOf } from '../../../words/index.ts'
import { canHaveForm, missingEnd } from './form.ts'
import { type Slip, slipIn } from './slip.ts'
import { likelySubject, type SubjectMistake, type SubjectReader } from './subject-mistake.ts'

const told = messagesOf('trust/subjects/other-issuers', {
  subjectsNameProject: 'Subjects name the project between the organization and the workspace.',
  uuidsKeepBraces:
    'UUIDs keep their braces, and the step’s UUID, which differs in every run, follows the repository’s.',
  subjectsGoBehind: 'Subjects of {{name}} go on behind what the policy says',
  subjectsGoBehindText: 'The policy asks for `{{value}}`. Subjects of this issuer look like {{forms}}.',
  subjectsAnotherForm: 'Subjects of {{name}} have another form',
  subjectsAnotherFormText: 'The policy asks for `{{value}}`, and no subject of this issuer looks like that.',
  writeSubjectOne: 'Write the subject in one of its forms: {{forms}}.',
  subjectEmailAddress: 'The subject is an email address, and Google sends a number',
  subjectEmailAddressText:
    'The policy asks for `{{value}}`. The sub of Google’s tokens is the unique ID of the account or service account, a number of 21 digits.',
  putUniqueId: 'Put the unique ID in the place of `{{value}}`.',
})

/** Mistakes that an issuer's form alone doesn't explain, by the issuer's host as the table writes it. */
const slips: ReadonlyMap<string, readonly Slip[]> = new Map([
  [
    // https://support.hashicorp.com/hc/en-us/articles/13138701895699-Updating-Workload-Identity-for-Projects
    'app.terraform.io',
    [
      {
        pattern: /^(organization:[^:]+):((?:workspace|stack):.+)$/,
        to: '$1:project:*:$2',
        text: told('subjectsNameProject'),
      },
    ],
  ],
  [
    // https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
    'api.bitbucket.org/2.0/workspaces/<WORKSPACE>/pipelines-config/identity/oidc',
    [
      {
        pattern: /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?::.*)?$/i,
        to: '{$1}:*',
        text: told('uuidsKeepBraces'),
      },
    ],
  ],
])

/** Subjects of issuers without a reader of their own, by the forms that the table knows. */
export const otherIssuerSubject: SubjectReader = (value, { issuer }) => {
  if (!issuer) return undefined
  return (
    slipIn(value, slips.get(issuer.issuer) ?? [], issuer.name) ??
    emailAsNumber(value, issuer.issuer) ??
    unfinished(value, issuer) ??
    anotherForm(value, issuer)
  )
}

interface Issuer {
  readonly name: string
  readonly subjects: readonly string[]
}

/** The value stops where the form goes on: the rest differs from token to token. */
function unfinished(value: string, { name, subjects }: Issuer): SubjectMistake | undefined {
  if (subjects.some((form) => canHaveForm(value, form))) return undefined
  const end = subjects.map((form) => missingEnd(value, form)).find((each) => each !== undefined)
  if (end === undefined) return undefined
  return {
    code: 'subject-form',
    certain: false,
    title: told('subjectsGoBehind', { name }),
    text: told('subjectsGoBehindText', { value, forms: formsOf(subjects) }),
    to: `${value}${end}`,
    subject: likelySubject(`${value}${end}`),
  }
}

/** No subject of the issuer matches the value. */
function anotherForm(value: string, { name, subjects }: Issuer): SubjectMistake | undefined {
  if (subjects.length === 0 || subjects.some((form) => canHaveForm(value, form))) return undefined
  return {
    code: 'subject-form',
    certain: false,
    title: told('subjectsAnotherForm', { name }),
    text: told('subjectsAnotherFormText', { value }),
    to: undefined,
    subject: undefined,
    ask: told('writeSubjectOne', { forms: formsOf(subjects) }),
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
function emailAsNumber(value: string, issuer: string): SubjectMistake | undefined {
  if (issuer !== 'accounts.google.com' || !/^[^@\s]+@[^@\s]+$/.test(value)) return undefined
  return {
    code: 'subject-form',
    certain: true,
    title: told('subjectEmailAddress'),
    text: told('subjectEmailAddressText', { value }),
    to: undefined,
    subject: undefined,
    ask: told('putUniqueId', { value }),
    ...(value.endsWith('.gserviceaccount.com')
      ? { command: "gcloud iam service-accounts describe <SERVICE_ACCOUNT_EMAIL> --format 'value(uniqueId)'" }
      : {}),
  }
}

const formsOf = (subjects: readonly string[]): string => subjects.map((form) => `\`${form}\``).join(' or ')
