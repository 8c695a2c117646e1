// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <variant>
#include <vector>

namespace assay::app {

/// A cell of a report's table.
struct ReportCell
{
    QString text;
    bool number = false; ///< right-aligned, figures of equal width
    bool marked = false; ///< best of its row, or different between runs
    QString detail = {}; ///< in small type below: an interval
    bool faint = false;  ///< not to be relied on
};

struct ReportTable
{
    QString caption;
    QStringList header;
    std::vector<std::vector<ReportCell>> rows; ///< the first cell of each names it
};

struct ReportParagraph
{
    QString text;
    bool lead = false; ///< in larger type
};

/// Sentences to heed, as a list.
struct ReportNotes
{
    QStringList items;
};

struct ReportHeading
{
    QString text;
};

struct ReportFigure
{
    QString svg; ///< trusted: made by svgChart()
    QString caption;
};

/// Pictures side by side where there is room.
struct ReportFigures
{
    std::vector<ReportFigure> items;
};

struct ReportCode
{
    QStringList lines;
};

using ReportBlock = std::variant<ReportParagraph, ReportNotes, ReportHeading, ReportTable, ReportFigures, ReportCode>;

struct ReportSection
{
    QString id, title;
    std::vector<ReportBlock> blocks;
};

/// The section as HTML through the template `:/report/section.mustache`, everything but pictures escaped.
QString renderSection(const ReportSection &section);

/// The whole page through `:/report/page.mustache`.
struct ReportPage
{
    QString language, title, subtitle, contents, footer, style;
    std::vector<ReportSection> sections;
};
QByteArray renderPage(const ReportPage &page);

} // namespace assay::app
