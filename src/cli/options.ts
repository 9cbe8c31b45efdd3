/** Options that only some commands have, as node:util's parseArgs takes them. `value` names the value in the help. */
export const options = {
  type: { type: 'string', value: 'TYPE' },
  format: { type: 'string', value: 'FORMAT' },
  with: { type: 'string', multiple: true, value: 'FILE' },
  base: { type: 'string', value: 'REF' },
  'not-granted': { type: 'string', multiple: true, value: 'ACTION' },
  'not-public': { type: 'string', value: 'RESOURCE_TYPE' },
  'fail-on': { type: 'string', value: 'SEVERITY' },
  baseline: { type: 'string', value: 'FILE' },
  explain: { type: 'string', value: 'CODE' },
  group: { type: 'string', multiple: true, value: 'GROUP' },
  'pass-with-no-policies': { type: 'boolean' },
  'fail-on-new-access': { type: 'boolean' },
  merge: { type: 'boolean' },
  policies: { type: 'string', multiple: true, value: 'FILE' },
  output: { type: 'string', value: 'FILE' },
  'since-last': { type: 'string', value: 'FILE' },
  action: { type: 'string', value: 'ACTION' },
  resource: { type: 'string', value: 'ARN' },
  principal: { type: 'string', value: 'ARN' },
} as const

export type OptionName = keyof typeof options

/** The value that parseArgs gives for an option. */
type ValueOf<Option> = Option extends { readonly type: 'boolean' }
  ? boolean
  : Option extends { readonly multiple: true }
    ? readonly string[]
    : string

/** The values of these options. Undefined: not given. */
export type OptionValues = { readonly [Name in OptionName]?: ValueOf<(typeof options)[Name]> | undefined }

/** Every option's name, in the order of the help. */
export const optionNames: readonly OptionName[] = Object.keys(options).filter(isOptionName)

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name)
}
