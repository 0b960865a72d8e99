import CVectorKernels
import EcosystemData
import Testing

/// Vectors of FIPS 180-4 and of the NIST examples for SHA-256.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]) func publishedVectors(message: String, digest: String) {
    #expect(SHA256.hexDigest(of: Array(message.utf8)) == digest)
  }

  @Test func aMillionLetters() {
    var hash = SHA256()
    let part = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
    for _ in 0..<1_000 { hash.update(part) }
    #expect(hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func partsDoNotMatter() {
    let message = (0..<300).map { UInt8($0 % 251) }
    let whole = SHA256.hexDigest(of: message)
    for cut in [1, 55, 56, 63, 64, 65, 119, 128, 299] {
      var hash = SHA256()
      hash.update(message[..<cut])
      hash.update(message[cut...])
      #expect(hash.hexDigest() == whole)
    }
  }

  @Test func theProcessorsOwnInstructionsGiveTheSame() {
    for length in 0..<200 {
      let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      var plain = SHA256(unit: VECTOR_UNIT_BASELINE)
      plain.update(message)
      #expect(SHA256.hexDigest(of: message) == plain.hexDigest())
    }
  }
}
