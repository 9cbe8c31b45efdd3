// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { member } from '../../text/index.ts'
import { useCurrentVersion } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const missingVersion = check({
  code: 'MISSING_VERSION',
  type: 'WARNING',
  title: 'The policy has no Version',
  messages: {
    found:
      'Without a Version, AWS uses version 2008-10-17 of the policy language, in which variables such as ${aws:username} are plain text. Write `"Version": "2012-10-17"`.',
  },
  policyTypes,
  wrong: '{\n  "Statement": [{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }]\n}',
  right: '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Action": "ce:*", "Resource": "*" }]\n}',
  source: accessAnalyzer,
  find({ policy: { root, text } }) {
    if (!root || member(root, 'Version')) return []
    const { from } = root.span
    const message = told('found')
    return [{ path: '', span: { from, to: from + 1 }, message, fix: useCurrentVersion(root, text) }]
  },
})
