import type { Edit } from '../text/index.ts'
import { messagesOf, type Told } from '../words/index.ts'

/** The change that a check offers; its title says what happens. */
export type QuickFix = Edit<Told>

/** The titles of the changes that checks offer. In a translation, they are the table `quick-fixes`. */
export const fixTitle = messagesOf('quick-fixes', {
  write: 'Write {{text}}',
  use: 'Use {{name}}',
  keep: 'Keep {{text}}',
  add: 'Add {{name}}',
  remove: 'Remove {{name}}',
  removeIt: 'Remove it',
  removeStatement: 'Remove this statement',
  removeComment: 'Remove the comment',
  removeComma: 'Remove the comma',
  removeSpace: 'Remove the space',
  removeSpaces: 'Remove the spaces',
  leaveOut: 'Leave it out',
  insertComma: 'Insert a comma',
  curlyQuotes: 'Replace the curly quotes',
  singleQuotes: 'Replace the single quotes',
  closers: 'Add {{closers}} at the end',
  splitActions: 'Write each action as its own string',
  newActions: 'Replace it with the new actions',
  version: 'Use Version 2012-10-17',
  starResource: 'Use Resource *',
  moveToStar: 'Move {{action}} into a statement with Resource *',
  everyone: 'Add Principal *',
})
