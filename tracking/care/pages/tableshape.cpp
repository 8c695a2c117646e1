// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/pages/tableshape.h"

#include "tracking/migrations.h"

#include <algorithm>

namespace assay::tracking {

namespace {

struct Column
{
    QString name = {}, type = {}, otherwise = {};
    bool notNull = false;
    qint64 key = 0; ///< place in the primary key, from 1
};

std::vector<Column> columnsOf(Connection &connection, const QByteArray &table)
{
    std::vector<Column> columns;
    (void)connection.each("SELECT name, type, dflt_value, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid",
                          {QString::fromUtf8(table)}, [&](const Row &row) {
                              columns.push_back({.name = row.text(0),
                                                 .type = row.text(1),
                                                 .otherwise = row.text(2),
                                                 .notNull = row.integer(3) != 0,
                                                 .key = row.integer(4)});
                          });
    return columns;
}

bool isRowid(const Column &column, bool rowid)
{
    return rowid && column.key == 1 && column.type == QLatin1String("INTEGER");
}

QByteArray classesOf(const Column &column)
{
    QByteArray classes = "NIRTB"; // a column of no type holds anything
    if (column.type == QLatin1String("INTEGER"))
        classes = "I";
    else if (column.type == QLatin1String("REAL"))
        classes = "RI"; // whole numbers are kept as such
    else if (column.type == QLatin1String("TEXT"))
        classes = "T";
    else if (column.type == QLatin1String("BLOB"))
        classes = "B";
    return column.notNull || column.key > 0 ? classes : classes + 'N';
}

QByteArray statement(const QByteArray &table, const std::vector<Column> &columns, bool rowid)
{
    QStringList parts, key;
    for (const Column &column : columns) {
        QString part = column.name + u' ' + column.type;
        if (isRowid(column, rowid))
            part += QStringLiteral(" PRIMARY KEY");
        else if (column.key > 0)
            key << column.name;
        if (!column.otherwise.isEmpty())
            part += QStringLiteral(" DEFAULT ") + column.otherwise;
        parts << part;
    }
    if (!rowid)
        parts << QStringLiteral("PRIMARY KEY (%1)").arg(key.join(QStringLiteral(", ")));
    return "CREATE TABLE " + table + " (" + parts.join(QStringLiteral(", ")).toUtf8() + ')' +
           (rowid ? "" : " WITHOUT ROWID");
}

TableShape shapeOf(Connection &connection, const QByteArray &table, bool rowid)
{
    std::vector<Column> columns = columnsOf(connection, table);
    TableShape shape{.name = table, .sql = statement(table, columns, rowid), .rowid = rowid};
    if (!rowid) // the key comes first
        std::stable_partition(columns.begin(), columns.end(), [](const Column &column) { return column.key > 0; });
    for (const Column &column : columns) {
        shape.columns.push_back(isRowid(column, rowid) ? QByteArray("N") : classesOf(column));
        if (column.notNull && column.otherwise.isEmpty())
            shape.least = shape.columns.size();
    }
    shape.least = std::max<std::size_t>(shape.least, 1);
    return shape;
}

TableShape shapeOfIndex(Connection &connection, const QByteArray &index, const QByteArray &table)
{
    const std::vector<Column> columns = columnsOf(connection, table);
    TableShape shape{.name = index};
    (void)connection.each("SELECT cid FROM pragma_index_xinfo(?) ORDER BY seqno", {QString::fromUtf8(index)},
                          [&](const Row &row) {
                              const qint64 column = row.integer(0); // negative: the row's number
                              shape.columns.push_back(
                                  column < 0 ? QByteArray("I") : classesOf(columns[static_cast<std::size_t>(column)]));
                          });
    shape.least = shape.columns.size();
    return shape;
}

void addRoots(Connection &connection, std::vector<TableShape> &shapes)
{
    for (TableShape &shape : shapes)
        if (const auto root =
                connection.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", {QString::fromUtf8(shape.name)});
            root && *root)
            shape.usualRoots.push_back((*root)->toUInt());
}

} // namespace

bool TableShape::fits(const PageRecord &record) const
{
    if (record.size() < least || record.size() > columns.size())
        return false;
    for (std::size_t i = 0; i < record.size(); ++i)
        if (!columns[i].contains(record.type(i)))
            return false;
    return true;
}

Result<std::vector<TableShape>> storeShapes(qint64 pageSize)
{
    Database fresh(QStringLiteral(":memory:"));
    auto connection = fresh.connection();
    if (!connection)
        return Failure(connection.error());
    auto made = (*connection)->run("PRAGMA page_size = " + QByteArray::number(pageSize));
    if (made)
        made = migrate(fresh, builtinMigrations());
    if (!made)
        return Failure(made.error());
    std::vector<std::pair<QByteArray, bool>> tables;
    std::vector<std::pair<QByteArray, QByteArray>> indexes;
    std::vector<TableShape> shapes;
    auto read =
        (*connection)
            ->each("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT"
                   " LIKE 'sqlite_%' ORDER BY name",
                   {}, [&](const Row &row) { tables.emplace_back(row.text(0).toUtf8(), row.integer(1) == 0); });
    if (read)
        read = (*connection)
                   ->each("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'", {},
                          [&](const Row &row) { indexes.emplace_back(row.text(0).toUtf8(), row.text(1).toUtf8()); });
    if (!read)
        return Failure(read.error());
    for (const auto &[table, rowid] : tables)
        shapes.push_back(shapeOf(**connection, table, rowid));
    for (const auto &[index, table] : indexes)
        shapes.push_back(shapeOfIndex(**connection, index, table));
    addRoots(**connection, shapes);
    if ((*connection)->run("VACUUM"))
        addRoots(**connection, shapes);
    return shapes;
}

} // namespace assay::tracking
