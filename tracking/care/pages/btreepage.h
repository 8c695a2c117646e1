// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace assay::tracking {

/// One record as SQLite's file format has it (sqlite.org/fileformat2.html, "Record Format"): the types of its values
/// and, as far as they lie on the page itself, the values.
class PageRecord
{
public:
    /// What a value is, as far as columns tell each other apart by it.
    enum Class : char { Null = 'N', Integer = 'I', Real = 'R', Text = 'T', Blob = 'B' };

    /// None where @p payload, of which only the beginning need be there, is no record of @p length bytes.
    static std::optional<PageRecord> parse(QByteArrayView payload, quint64 length);

    std::size_t size() const { return m_types.size(); }
    Class type(std::size_t column) const;
    /// Empty, and 0, where the value is something else or does not lie on the page whole.
    QString text(std::size_t column) const;
    qint64 integer(std::size_t column) const;

private:
    QByteArrayView value(std::size_t column) const;

    std::vector<quint64> m_types;
    QByteArrayView m_body;
};

/// A page of a table or an index, any of the file but its first. Whatever the bytes are, nothing beyond them is read.
class BtreePage
{
public:
    /// None where @p bytes, a whole page, are not one.
    static std::optional<BtreePage> parse(QByteArrayView bytes);

    bool isTable() const { return m_kind == TableLeaf || m_kind == TableInterior; }
    bool isLeaf() const { return m_kind == TableLeaf || m_kind == IndexLeaf; }
    std::size_t cells() const { return m_cells.size(); }
    /// The pages below an interior one.
    std::vector<quint32> children() const;
    /// None of the interior pages of tables, which hold no rows, and where a cell is damaged.
    std::optional<PageRecord> record(std::size_t cell) const;

private:
    enum Kind : quint8 { IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };

    Kind m_kind = TableLeaf;
    QByteArrayView m_bytes;
    std::vector<quint16> m_cells; ///< where they begin
};

} // namespace assay::tracking
