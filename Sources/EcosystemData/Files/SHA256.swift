package import CVectorKernels

/// The hash function SHA-256 of FIPS 180-4.
///
/// It names the data a result was computed from; nothing here depends on its secrecy.
package struct SHA256 {
  private var state: ContiguousArray<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: ContiguousArray<UInt8> = []
  private var count: UInt64 = 0
  private let unit: VectorUnit

  /// Begins with an empty message.
  package init(unit: VectorUnit = vector_unit()) { self.unit = unit }

  /// Takes in more of the message.
  package mutating func update(_ bytes: some Collection<UInt8>) {
    count &+= UInt64(bytes.count)
    pending.append(contentsOf: bytes)
    let blockCount = pending.count / 64
    guard blockCount > 0 else { return }
    let (unit, message) = (unit, pending)
    unsafe state.withUnsafeMutableBufferPointer { state in
      unsafe message.withUnsafeBufferPointer { bytes in
        unsafe hash_blocks(unit, state.baseAddress, bytes.baseAddress, blockCount)
      }
    }
    pending = ContiguousArray(message[(64 * blockCount)...])
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
    return last.state.map { word in
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
