// The words of the pages about the policy language that the tables of the core don't hold.
import type { Comparison } from '../../iam/index.ts'
import type { KeyGroup, KeyType } from '../../reference/index.ts'
import type { KeyEntry, OperatorEntry } from './catalogue.ts'

export const keyTypeWords: Readonly<Record<KeyType, string>> = {
  string: 'Text',
  arn: 'ARNs',
  bool: 'true or false',
  numeric: 'Numbers',
  date: 'Dates',
  ip: 'IP addresses',
}

export const keyGroupWords: Readonly<Record<KeyGroup, string>> = {
  principal: 'Who calls',
  session: 'The session and its credentials',
  network: 'Where the request comes from',
  resource: 'The resource',
  request: 'The request itself',
}

const operatorGroups: Readonly<Record<Comparison, string>> = {
  string: 'Text',
  'string-ignore-case': 'Text',
  'string-like': 'Text',
  arn: 'ARNs',
  numeric: 'Numbers',
  date: 'Dates',
  bool: 'True or false',
  binary: 'Bytes',
  ip: 'IP addresses',
  null: 'Is the key there?',
}

export const operatorGroupOf = ({ operator }: OperatorEntry): string =>
  operator ? operatorGroups[operator.comparison] : 'Parts of an operator’s name'

/** "aws:PrincipalTag/<TAG_KEY>": a name that isn't whole without a tag. */
export const keyTitle = (name: string): string => (name.endsWith('/') ? `${name}<TAG_KEY>` : name)

const plain = (text: string): string => text.replaceAll('`', '')

export const keyDescription = ({ words }: KeyEntry): string => plain(words.holds)

export const operatorTitle = ({ name }: OperatorEntry): string => (name === 'IfExists' ? '…IfExists' : name)

export const operatorDescription = ({ words }: OperatorEntry): string => plain(words.matches)

/** The anchor of a group's heading. */
export const groupSlug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replace(/-$/, '')
