// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <algorithm>

namespace assay::tracking {

/// Bytes that are read forwards, from memory or piece by piece from a file, so that of a long file only a piece is in
/// memory at a time.
class ByteWindow
{
public:
    static constexpr qint64 pieceBytes = 256 * 1024;

    ByteWindow(const ByteWindow &) = delete;
    ByteWindow &operator=(const ByteWindow &) = delete;
    explicit ByteWindow(QByteArrayView bytes)
        : m_window(bytes)
    {
    }
    /// @p device is read from where it stands, and outlives this.
    explicit ByteWindow(QIODevice &device)
        : m_device(&device)
    {
    }

    /// What is at hand from here on: never empty but at the end.
    QByteArrayView ahead()
    {
        if (m_at == m_window.size())
            refill();
        return m_window.sliced(m_at);
    }
    /// The next @p count bytes, or what there still is of them; at most a piece.
    QByteArrayView ahead(qsizetype count)
    {
        if (m_window.size() - m_at < count)
            refill();
        return m_window.sliced(m_at).first(std::min(count, m_window.size() - m_at));
    }
    bool atEnd() { return ahead().isEmpty(); }
    /// Of what is ahead().
    void skip(qsizetype count) { m_at += count; }
    qint64 offset() const { return m_start + m_at; } ///< [bytes] from where reading began

private:
    /// Drops what was passed and reads on behind what is left. Where the bytes ended once they have ended: what is
    /// written meanwhile would begin in the middle of something.
    void refill()
    {
        if (!m_device)
            return;
        const QByteArray more = m_device->read(pieceBytes);
        if (more.isEmpty())
            m_device = nullptr;
        m_start += m_at;
        m_piece = m_window.sliced(m_at).toByteArray() + more;
        m_window = m_piece;
        m_at = 0;
    }

    QIODevice *m_device = nullptr;
    QByteArray m_piece;
    QByteArrayView m_window;
    qsizetype m_at = 0;
    qint64 m_start = 0;
};

} // namespace assay::tracking
