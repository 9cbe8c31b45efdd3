/** Puts the Node that runs the scripts into node_modules/.bin; gives the sentence for a user where there is none. */
export function chooseNode(root: string, env?: Readonly<Record<string, string | undefined>>): string | undefined
/** The first Node in a PATH that no package brought. */
export function machinesOwn(path: string): string | undefined
