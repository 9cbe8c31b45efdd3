// Bytes of log files → denials, counted. Unpacks gzip and zip, reads UTF-8 and UTF-16, in bounded memory, in the browser as in Node; does no I/O.
export { openBytes } from './bytes.ts'
export { packedMarkLength, packingOf } from './encoding.ts'
export { smallest } from './kind-counter.ts'
export { LogCounter, type LogSummary } from './log-counter.ts'
export { openLater } from './open-later.ts'
export { type ByteReader, joined, type TextSink, type Unread } from './plain.ts'
