/** A profile of `~/.aws/config` or `~/.aws/credentials`: its name, and its settings by their names in lower case. */
export interface Profile {
  readonly name: string
  readonly settings: ReadonlyMap<string, string>
}

const header = /^[ \t]{0,20}\[(?:profile[ \t]{1,8})?["']?([\w.@+/-]{1,100})["']?\][ \t]{0,400}$/
const setting = /^[ \t]{0,20}([a-z_]{1,40})[ \t]{0,8}=[ \t]{0,8}(\S.{0,300})$/i

/** The AWS profiles in a text, in order. Takes time linear in the text. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html */
export function profilesIn(text: string): readonly Profile[] {
  const profiles: { readonly name: string; readonly settings: Map<string, string> }[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, name] = header.exec(line) ?? []
    if (name !== undefined) profiles.push({ name, settings: new Map() })
    const [, key, value] = setting.exec(line) ?? []
    if (key !== undefined && value !== undefined) profiles.at(-1)?.settings.set(key.toLowerCase(), value.trim())
  }
  return profiles
}
