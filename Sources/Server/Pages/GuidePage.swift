/// How to read the desk.
enum GuidePage {
  static let endpoint = Endpoint("/guide", name: "guidePage", "How to read the desk.", forms: [.html], schema: .none) {
    _, _ in
    try Page(title: "How to read the desk", template: "guide", slots: [:]).answer()
  }
}
