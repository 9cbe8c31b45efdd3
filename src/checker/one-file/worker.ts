// The engine's thread of the single-file checker. The order matters: the message with the files isn't a question to the engine.
import './worker-files.ts'
import '../../session/worker.ts'
