// Readings are made of the values of all rooms: whoever imports Chancery needs no other import. An underscored attribute,
// since Swift has no other way yet.
@_exported public import Actors
@_exported public import Articles
@_exported public import Events
@_exported public import Language
@_exported public import Particulars
@_exported public import Statements
