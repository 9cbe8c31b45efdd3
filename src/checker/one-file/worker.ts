// The engine's thread of the checker in one file. The order counts: the message with the files is no question to the engine.
import './worker-files.ts'
import '../../session/worker.ts'
