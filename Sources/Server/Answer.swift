import Chancery
import HTTPTypes
import Hummingbird

/// What a question comes to, in the form that was asked for.
struct Answer: Sendable {
  /// A piece of text that is worked out when its turn comes, on a thread that may wait.
  typealias Piece = @Sendable () throws -> String

  let media: String
  var text: String
  /// What follows the text and takes its time, in its order.
  var pieces: [Piece] = []
  var fields = HTTPFields()
  /// Whether another will follow although the archive stays as it is: something is still being worked out.
  var isProvisional = false

  /// A value as JSON.
  static func json(_ json: JSON) -> Answer { Answer(media: Form.json.media, text: json.line + "\n") }

  /// A page. Its maker has to have made all that is not its own harmless.
  static func html(_ page: String) -> Answer { Answer(media: Form.html.media, text: page) }

  init(media: String, text: String) {
    self.media = media
    self.text = text
  }

  /// The answer as it is sent.
  func response(status: HTTPResponse.Status = .ok) -> Response {
    var head = fields
    head[.contentType] = media
    return Response(status: status, headers: head, body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
