// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace assay {

/// SHA-256 of what is added, in order.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(std::span<const std::byte> bytes);
    /// Length first, so that the texts "ab", "c" and "a", "bc" differ.
    void add(std::string_view text);
    void add(std::uint64_t value);
    template<class T>
    requires std::is_arithmetic_v<T>
    void addAll(std::span<const T> values) { add(std::as_bytes(values)); }

    /// 64 hexadecimal digits; nothing may be added afterwards.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace assay
