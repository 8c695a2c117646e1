// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportblocks.h"

#include "widgets/resources.h"

#include <QFile>
#include <kainjow/mustache.hpp>
#include <string>

namespace assay::app {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

std::string text(const QString &value)
{
    return value.toStdString();
}

std::string file(const char *name)
{
    ui::initResources();
    QFile source(QStringLiteral(":/report/") + QLatin1String(name));
    const bool open = source.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return open ? source.readAll().toStdString() : std::string();
}

data list(const QStringList &items)
{
    data out{data::type::list};
    for (const QString &item : items)
        out.push_back(data{text(item)});
    return out;
}

data cellData(const ReportCell &cell, bool first)
{
    data out;
    out.set("text", text(cell.text));
    QStringList classes;
    if (cell.number)
        classes << QStringLiteral("n");
    if (cell.marked)
        classes << QStringLiteral("m");
    if (cell.faint)
        classes << QStringLiteral("f");
    if (!classes.isEmpty())
        out.set("class", text(classes.join(u' ')));
    if (!cell.detail.isEmpty())
        out.set("detail", text(cell.detail));
    out.set(first ? "head" : "cell", data::type::bool_true);
    return out;
}

data tableData(const ReportTable &table)
{
    data out;
    if (!table.caption.isEmpty())
        out.set("caption", text(table.caption));
    data header{data::type::list};
    for (qsizetype i = 0; i < table.header.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        data cell;
        cell.set("text", text(table.header[i]));
        if (!table.rows.empty() && at < table.rows.front().size() && table.rows.front()[at].number)
            cell.set("class", "n");
        header.push_back(cell);
    }
    out.set("header", header);
    data rows{data::type::list};
    for (const auto &row : table.rows) {
        data cells{data::type::list};
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(cellData(row[i], i == 0));
        data line;
        line.set("cells", cells);
        rows.push_back(line);
    }
    out.set("rows", rows);
    return out;
}

/// A block under the name by which the template knows its kind.
struct BlockData
{
    data operator()(const ReportParagraph &block) const
    {
        data out;
        out.set(block.lead ? "lead" : "paragraph", text(block.text));
        return out;
    }
    data operator()(const ReportNotes &block) const
    {
        data out, inner;
        inner.set("items", list(block.items));
        out.set("notes", inner);
        return out;
    }
    data operator()(const ReportHeading &block) const
    {
        data out;
        out.set("heading", text(block.text));
        return out;
    }
    data operator()(const ReportTable &block) const
    {
        data out;
        out.set("table", tableData(block));
        return out;
    }
    data operator()(const ReportFigures &block) const
    {
        data items{data::type::list};
        for (const ReportFigure &figure : block.items) {
            data item;
            item.set("svg", text(figure.svg));
            item.set("text", text(figure.caption));
            items.push_back(item);
        }
        data out, inner;
        inner.set("items", items);
        out.set("figures", inner);
        return out;
    }
    data operator()(const ReportCode &block) const
    {
        data out;
        out.set("code", text(block.lines.join(u'\n')));
        return out;
    }
};

} // namespace

QString renderSection(const ReportSection &section)
{
    data blocks{data::type::list};
    for (const ReportBlock &block : section.blocks)
        blocks.push_back(std::visit(BlockData{}, block));
    data view;
    view.set("id", text(section.id));
    view.set("title", text(section.title));
    view.set("blocks", blocks);
    mustache page{file("section.mustache")};
    return QString::fromStdString(page.render(view));
}

QByteArray renderPage(const ReportPage &page)
{
    data contents{data::type::list};
    std::string body;
    for (const ReportSection &section : page.sections) {
        data entry;
        entry.set("id", text(section.id));
        entry.set("title", text(section.title));
        contents.push_back(entry);
        body += text(renderSection(section));
    }
    data view;
    view.set("language", text(page.language));
    view.set("title", text(page.title));
    view.set("subtitle", text(page.subtitle));
    view.set("contentsTitle", text(page.contents));
    view.set("contents", contents);
    view.set("footer", text(page.footer));
    view.set("style", text(page.style) + file("report.css"));
    view.set("body", body);
    mustache whole{file("page.mustache")};
    return QByteArray::fromStdString(whole.render(view));
}

} // namespace assay::app
