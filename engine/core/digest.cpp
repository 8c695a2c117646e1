// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/digest.h"

#include <array>
#include <openssl/evp.h>
#include <stdexcept>

namespace assay {

struct Sha256::State
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    State()
    {
        if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1)
            throw std::runtime_error("SHA-256 is not available");
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

void Sha256::add(std::string_view text)
{
    add(static_cast<std::uint64_t>(text.size()));
    add(std::as_bytes(std::span(text)));
}

void Sha256::add(std::uint64_t value)
{
    add(std::as_bytes(std::span(&value, 1)));
}

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_state->context, bytes.data(), &size);
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

} // namespace assay
