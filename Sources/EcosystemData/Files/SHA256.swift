/// The hash function SHA-256 of FIPS 180-4.
///
/// It names the data a result was computed from; nothing here depends on its secrecy.
package struct SHA256 {
  fileprivate typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

  private var state: State = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: ContiguousArray<UInt8> = []
  private var schedule = ContiguousArray<UInt32>(repeating: 0, count: 64)
  private var count: UInt64 = 0

  package init() {}

  /// Takes in more of the message.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    count &+= UInt64(bytes.count)
    pending.append(contentsOf: bytes)
    let whole = pending.count & ~63
    guard whole > 0 else { return }
    let message = pending
    for start in stride(from: 0, to: whole, by: 64) {
      state = compressed(state, message.span, at: start, schedule: schedule.mutableSpan)
    }
    pending = ContiguousArray(message[whole...])
  }

  /// The hash of what was taken in, as 64 hexadecimal digits.
  package func hexDigest() -> String {
    var last = self
    var padding: [UInt8] = [0x80]
    let used = (pending.count + 1) % 64
    padding += [UInt8](repeating: 0, count: (64 + 56 - used) % 64)
    let bits = count &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    last.update(padding)
    let words = [
      last.state.0, last.state.1, last.state.2, last.state.3, last.state.4, last.state.5, last.state.6,
      last.state.7,
    ]
    return words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The hash of a message.
  package static func hexDigest(of bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }
}

/// The state after one more block of 64 bytes; the names of the variables are those of the standard.
private func compressed(
  _ state: SHA256.State, _ message: Span<UInt8>, at start: Int, schedule: consuming MutableSpan<UInt32>
) -> SHA256.State {
  var w = schedule
  for t in 0..<16 {
    let i = start + 4 * t
    w[t] =
      UInt32(message[i]) << 24 | UInt32(message[i + 1]) << 16 | UInt32(message[i + 2]) << 8
      | UInt32(message[i + 3])
  }
  for t in 16..<64 {
    let x = w[t - 15]
    let y = w[t - 2]
    let s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >> 3)
    let s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >> 10)
    w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
  }
  var (a, b, c, d, e, f, g, h) = state
  let constants = roundConstants.span
  for t in 0..<64 {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let t1 = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ w[t]
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    let t2 = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
  }
  return (
    state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f, state.6 &+ g,
    state.7 &+ h
  )
}

private func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x >> count | x << (32 - count) }

private let roundConstants: ContiguousArray<UInt32> = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
