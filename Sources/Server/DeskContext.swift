import Hummingbird

/// What a request brings along; nothing beyond what Hummingbird keeps.
typealias DeskContext = BasicRequestContext
