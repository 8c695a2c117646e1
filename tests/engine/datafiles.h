// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/reader.h"

#include <QTemporaryDir>
#include <fstream>
#include <string>
#include <zlib.h>

/// Small files for tests of the readers, in a folder that goes with the object.
class DataFiles
{
public:
    std::string path(const std::string &file) const
    {
        return m_folder.filePath(QString::fromStdString(file)).toStdString();
    }

    std::string write(const std::string &file, const std::string &bytes) const
    {
        std::ofstream out(path(file), std::ios::binary);
        out << bytes;
        return path(file);
    }
    std::string writeGzip(const std::string &file, const std::string &bytes) const
    {
        gzFile out = gzopen(path(file).c_str(), "wb");
        gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
        gzclose(out);
        return path(file);
    }
    assay::Result<assay::engine::ReadResult> read(const std::string &bytes,
                                                  const assay::engine::ReadOptions &options = {}) const
    {
        return assay::engine::readTable(write("table.txt", bytes), options);
    }

private:
    QTemporaryDir m_folder;
};

/// A table as text: a header of `name:kind`, then a line a row with | between cells, missing cells as ~.
inline std::string shown(const assay::engine::Table &table)
{
    std::string out;
    for (std::size_t i = 0; i < table.columnCount(); ++i)
        out += (i > 0 ? "|" : "") + table.column(i).name() + ":" + assay::engine::name(table.column(i).kind());
    for (assay::engine::Row row = 0; row < table.rows(); ++row) {
        out += "\n";
        for (std::size_t i = 0; i < table.columnCount(); ++i)
            out += (i > 0 ? "|" : "") + (table.column(i).isMissing(row) ? std::string("~") : table.column(i).text(row));
    }
    return out;
}

inline std::string shown(const assay::Result<assay::engine::ReadResult> &read)
{
    return read ? shown(read->table) : read.error().code + ": " + read.error().message;
}
