// The home page's paste box blanks secrets too, and knows the engine only through this room.
export { blankSecrets } from '../denial/index.ts'
