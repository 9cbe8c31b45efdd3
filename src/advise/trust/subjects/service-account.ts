import { matches } from '../../../iam/index.ts'
import { messagesOf } from '../../../words/index.ts'
import type { SubjectReader } from './subject-mistake.ts'

const told = messagesOf('trust/subjects/service-account', {
  policyNamesAnother: 'The policy names another service account',
  policyNamesAnotherNamespace: 'The policy names another namespace',
  serviceAccount: 'as the service account `{{serviceAccount}}`',
  namespace: 'in the namespace `{{namespace}}`',
  policyNamesAnotherText: 'The pod runs {{account}} {{space}}. The policy asks for `{{value}}`.',
  subjectFormService: 'The subject doesn’t have the form of a service account',
  subjectFormServiceText:
    'The policy asks for `{{value}}`. Subjects of a cluster read `system:serviceaccount:<NAMESPACE>:<SERVICE_ACCOUNT>`.',
})

/**
 * Kubernetes: "system:serviceaccount:NAMESPACE:NAME".
 * https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export const serviceAccountSubject: SubjectReader = (value, { evidence }) => {
  const { namespace, serviceAccount } = evidence
  const [, ownNamespace, ownName] = /^system:serviceaccount:([^:]*):([^:]*)$/.exec(value) ?? []
  if (ownNamespace === undefined || ownName === undefined) return misspelled(value, namespace, serviceAccount)
  const [isSpace, isName] = [
    namespace === undefined || matches(ownNamespace, namespace),
    serviceAccount === undefined || matches(ownName, serviceAccount),
  ]
  if (isSpace && isName) return undefined
  const to = `system:serviceaccount:${isSpace ? ownNamespace : namespace}:${isName ? ownName : serviceAccount}`
  return {
    code: 'service-account',
    certain: false,
    title: isSpace ? told('policyNamesAnother') : told('policyNamesAnotherNamespace'),
    text: told('policyNamesAnotherText', {
      account: isName ? '' : told('serviceAccount', { serviceAccount: serviceAccount ?? '' }),
      space: isSpace ? '' : told('namespace', { namespace: namespace ?? '' }),
      value,
    }),
    to,
    subject: /[*?]/.test(to) ? undefined : to,
  }
}

/** Any other text isn’t a service account. Checks the parts that people often get wrong. */
function misspelled(value: string, namespace: string | undefined, name: string | undefined): ReturnType<SubjectReader> {
  if (/[*?]/.test(value)) return undefined
  const [first, second] = value.replace(/^system:serviceaccounts?[:/]?/i, '').split(/[:/]/)
  const [space, account] = second === undefined ? [namespace, first || name] : [first, second]
  const to = space && account ? `system:serviceaccount:${space}:${account}` : undefined
  return {
    code: 'subject-form',
    certain: true,
    title: told('subjectFormService'),
    text: told('subjectFormServiceText', { value }),
    to,
    subject: to,
  }
}
