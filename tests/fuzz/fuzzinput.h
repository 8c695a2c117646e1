// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace assay::fuzz {

/// Takes what a fuzzer gives apart, from the front; zeros once it is used up.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))
    {
    }

    bool isEmpty() const { return m_rest.isEmpty(); }
    std::uint8_t byte() { return static_cast<std::uint8_t>(take(1).append('\0').front()); }
    int number() { return byte() << 8 | byte(); }
    QByteArray take(qsizetype size)
    {
        const QByteArray front = m_rest.left(size);
        m_rest.remove(0, front.size());
        return front;
    }
    QByteArray rest() { return take(m_rest.size()); }

private:
    QByteArray m_rest;
};

/// What must hold whatever the input.
inline void must(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace assay::fuzz
